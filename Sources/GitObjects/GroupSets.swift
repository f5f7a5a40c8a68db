/// Sets of group numbers, each stored once and named by a number; 0 is the empty set.
struct GroupSets {
    private struct Pair: Hashable {
        let left: Int32
        let right: Int32
    }

    static let empty: Int32 = 0

    private var sets: [[Int32]] = [[]]
    private var numbers: [[Int32]: Int32] = [[]: 0]
    private var unions: [Pair: Int32] = [:]

    /// The members, ascending.
    func members(_ set: Int32) -> [Int32] { sets[Int(set)] }

    /// The number of a set given by its ascending members.
    mutating func number(_ members: [Int32]) -> Int32 {
        if let known = numbers[members] { return known }
        let number = Int32(clamping: sets.count)
        sets.append(members)
        numbers[members] = number
        return number
    }

    mutating func union(_ left: Int32, _ right: Int32) -> Int32 {
        if left == right || right == GroupSets.empty { return left }
        if left == GroupSets.empty { return right }
        let pair = Pair(left: min(left, right), right: max(left, right))
        if let known = unions[pair] { return known }
        let number = number(Set(sets[Int(left)]).union(sets[Int(right)]).sorted())
        unions[pair] = number
        return number
    }

    /// What `left` has and `right` has not, ascending.
    func difference(_ left: Int32, _ right: Int32) -> [Int32] {
        if left == right || left == GroupSets.empty { return [] }
        let other = Set(sets[Int(right)])
        return sets[Int(left)].filter { !other.contains($0) }
    }

    func contains(_ set: Int32, _ member: Int32) -> Bool {
        let list = sets[Int(set)]
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < member { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] == member
    }
}
