import DetectionFuzzEntryPoints
import FuzzDriver

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let fuzzer = Result { try DetectionFuzzer(.containers) }

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzDriver.run(bytes, count) { input in try fuzzer.get().run(input) }
}
