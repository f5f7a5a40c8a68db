/// The rule files of this folder, compiled at build time by the `EmbedRules` plugin.
package enum EmbeddedRules {}
