extension ObjectSweep {
    /// Bytes that all packs take, about as many as a run tells its `progress` in sum.
    package var packedByteCount: Int {
        catalog.packs.reduce(0) { sum, pack in
            let (total, isTooLarge) = sum.addingReportingOverflow(pack.endOfEntries)
            return isTooLarge ? .max : total
        }
    }
}
