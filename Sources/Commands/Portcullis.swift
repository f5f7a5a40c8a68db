package import ArgumentParser

/// The program: its subcommands and what they share.
package struct Portcullis: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "portcullis",
        abstract: "Drops the gate on leaked secrets and misused cryptography before they merge.",
        discussion: """
            Exit status: 0 clean, 1 findings that block, 2 wrong use or configuration, \
            3 scan incomplete.

            Examples:
              portcullis scan                       the files of this folder
              portcullis staged                     what `git commit` would record
              portcullis diff origin/main...HEAD    what a merge would bring
              portcullis history --report sarif=out.sarif
              build 2>&1 | portcullis log -
              portcullis inventory --format cyclonedx --output cbom.json
              portcullis policy explain sha1WithRSAEncryption
              portcullis rules show github.personal-access-token
            """,
        version: ToolVersion.description,
        subcommands: [
            ScanCommand.self, HistoryCommand.self, DiffCommand.self, StagedCommand.self,
            LogCommand.self, InventoryCommand.self, PolicyCommand.self, RulesCommand.self,
        ])

    package init() {}
}
