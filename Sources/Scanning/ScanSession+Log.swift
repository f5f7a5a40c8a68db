internal import Detection
internal import Gate
package import Inputs
package import ScanModel

extension ScanSession {
    /// Most findings of one log that are kept: memory stays bounded whatever the log's length.
    private static var maxLogFindings: Int { 20_000 }

    /// `portcullis log`: a stream in constant memory.
    ///
    /// Inline suppressions do not count: who writes to the log could silence the scan.
    package func scanLog(_ stream: LogStream, name: String) throws -> ScanReport {
        let assembler = try ReportAssembler(self)
        let scanner = try detector.makeScanner()
        let provenance = Provenance(kind: .log, path: assembler.redactor.redact(name))
        let context = BlobContext(paths: [name], includesMisuse: true)
        assembler.statistics.expectedBlobs = 1
        var dropped = 0
        var ended = false
        do {
            while !ended {
                let before = stream.byteCount
                let step: Void? =
                    try stream.next { window -> Void in
                        let result = scanner.scan(window.bytes, context: context)
                        assembler.note(result.problems, path: name)
                        for found in result.findings
                        where window.counted.contains(found.range.lowerBound)
                            && isActive[found.rule]
                        {
                            guard assembler.findings.count < ScanSession.maxLogFindings else {
                                dropped += 1
                                continue
                            }
                            assembler.add(
                                assembler.finding(
                                    found.moved(down: window.linesBefore), in: provenance),
                                found.material)
                        }
                        assembler.add(
                            result.keyTraces.filter {
                                window.counted.contains($0.range.lowerBound)
                            }.map { $0.moved(down: window.linesBefore) }, in: provenance)
                    }
                ended = step == nil
                options.progress(stream.byteCount - before)
            }
            assembler.statistics.scannedBlobs = 1
        } catch let error as InputError {
            assembler.statistics.skippedBlobs = 1
            assembler.note(
                code: error.code.rawValue, message: "reading stopped: \(error.message)",
                path: name, isIncomplete: true)
        }
        assembler.statistics.scannedBytes = stream.byteCount
        if dropped > 0 {
            assembler.note(
                code: "detection.too-many",
                message: "\(dropped) further findings are not listed: more than "
                    + "\(ScanSession.maxLogFindings)", path: name, isIncomplete: true)
        }
        return try assembler.report()
    }
}

extension BlobFinding {
    /// The same finding in a text that has `lines` more line breaks before it.
    func moved(down lines: Int) -> BlobFinding {
        var copy = self
        copy.region = region.moved(down: lines)
        copy.relations = relations.map { relation in
            var moved = relation
            moved.region = relation.region.moved(down: lines)
            return moved
        }
        return copy
    }
}

extension KeyTrace {
    /// The same trace in a text that has `lines` more line breaks before it.
    func moved(down lines: Int) -> KeyTrace {
        var copy = self
        copy.region = region.moved(down: lines)
        return copy
    }
}

extension Region {
    /// The same place in a text that has `lines` more line breaks before it.
    fileprivate func moved(down lines: Int) -> Region {
        Region(
            startLine: startLine + lines, startColumn: startColumn, endLine: endLine + lines,
            endColumn: endColumn)
    }
}
