package import ScanModel

/// An object as a sweep meets it; its bytes are borrowed for the visit.
package struct SweptObject {
    /// The object's number in the catalog.
    package let number: Int
    package let kind: ObjectKind
    package let bytes: UnsafeRawBufferPointer
    /// What the object was made from; `nil` when it is stored whole.
    package let delta: Delta?
    /// Whether other objects are made from it, so that what is kept of it is of use.
    package var isBase = true

    /// How an object was made from its base.
    package struct Delta {
        package let base: UnsafeRawBufferPointer
        /// What was copied, in the object's order; all else was inserted.
        package let copies: [CopiedRange]
    }
}
