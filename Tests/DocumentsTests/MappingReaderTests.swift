import Documents
import Testing

@Suite struct MappingReaderTests {
    private func reader(_ text: String) throws -> MappingReader {
        try MappingReader(try YAMLReader.read(Array(text.utf8)), keys: ["a", "b"])
    }

    private func expectFault(
        at place: String, location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
    ) {
        do {
            try body()
            Issue.record("nothing was wrong", sourceLocation: location)
        } catch let error as DocumentError {
            #expect(error.position.description == place, sourceLocation: location)
        } catch {
            Issue.record("another error", sourceLocation: location)
        }
    }

    @Test func valuesAreTyped() throws {
        let map = try reader("a: 7\nb: [x, y]")
        #expect(try map.text("a") == "7")
        #expect(try map.integer("a", in: 0...7) == 7)
        #expect(try map.number("a", in: 0...7) == 7)
        #expect(try map.texts("a") == ["7"])
        #expect(try map.texts("b") == ["x", "y"])
        #expect(try reader("a: true").flag("a") == true)
        #expect(try reader("a: false").flag("a") == false)
        #expect(try reader("a: 1").text("b") == nil)
        #expect(try reader("a: 1").flag("b") == nil)
        #expect(try reader("a: 1").integer("b", in: 0...1) == nil)
    }

    @Test func faultsHaveTheirPlace() {
        expectFault(at: "2:1") { _ = try reader("a: 1\nc: 2") }
        expectFault(at: "1:1") { _ = try reader("- a") }
        expectFault(at: "1:4") { _ = try reader("a: [1]").text("a") }
        expectFault(at: "1:4") { _ = try reader("a: 8").integer("a", in: 0...7) }
        expectFault(at: "1:4") { _ = try reader("a: 1.5").integer("a", in: 0...7) }
        expectFault(at: "1:4") { _ = try reader("a: nan").number("a", in: 0...7) }
        expectFault(at: "1:4") { _ = try reader("a: inf").number("a", in: 0...7) }
        expectFault(at: "1:4") { _ = try reader("a: yes").flag("a") }
        expectFault(at: "1:5") { _ = try reader("a: [[x]]").texts("a") }
        expectFault(at: "1:1") { _ = try reader("b: 1").requiredText("a") }
        expectFault(at: "1:4") { _ = try reader("a: ''").requiredText("a") }
    }
}
