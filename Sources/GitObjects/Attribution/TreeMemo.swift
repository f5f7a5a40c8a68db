/// What is kept of a tree for those made from it, while they wait.
package struct TreeMemo {
    /// The tree's place in the recording.
    let tree: Int
    /// Where each of its entries starts, in bytes; the last one is their end.
    let starts: [UInt32]
    /// Which of its entries have names that git would refuse; ascending, and nearly always none.
    let irregular: [UInt32]
}
