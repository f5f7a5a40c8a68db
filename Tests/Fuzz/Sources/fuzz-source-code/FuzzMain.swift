import SourceCodeFuzzEntryPoints
import FuzzDriver

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzDriver.run(bytes, count) { input in try SourceCodeFuzz.run(input) }
}
