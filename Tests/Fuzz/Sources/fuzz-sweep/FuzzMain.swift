import FuzzDriver
import FuzzEntryPoints

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzDriver.runAndWait(bytes, count) { input in try await SweepFuzz.run(input) }
}
