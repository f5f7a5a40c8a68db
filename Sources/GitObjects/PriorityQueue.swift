/// A binary heap: `pop` gives the element that goes before all others.
struct PriorityQueue<Element> {
    private var heap: [Element] = []
    private let goesBefore: (Element, Element) -> Bool

    init(_ goesBefore: @escaping (Element, Element) -> Bool) { self.goesBefore = goesBefore }

    var first: Element? { heap.first }
    var count: Int { heap.count }

    mutating func push(_ element: Element) {
        heap.append(element)
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard goesBefore(heap[index], heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    mutating func pop() -> Element? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first }
        heap[0] = last
        var index = 0
        while true {
            var best = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && goesBefore(heap[child], heap[best]) {
                best = child
            }
            if best == index { return first }
            heap.swapAt(index, best)
            index = best
        }
    }
}
