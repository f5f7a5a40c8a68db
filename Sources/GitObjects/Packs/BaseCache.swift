import ScanModel

/// Objects of packs that were read lately, since others are made from them; the least lately used
/// go when they take more than a bound.
final class BaseCache: Sendable {
    /// Where an object comes from.
    struct Key: Hashable {
        let pack: Int
        let offset: Int
    }

    private struct Slot {
        var key: Key
        var object: StoredObject?
        var newer: Int
        var older: Int
    }

    private struct State {
        var slots: [Slot] = []
        var places: [Key: Int] = [:]
        var free: [Int] = []
        var newest = -1
        var oldest = -1
        var byteCount = 0
    }

    /// What an entry costs beside its bytes.
    private static let entryCost = 160
    private let maxBytes: Int
    private let state = Guarded(State())

    init(maxBytes: Int) { self.maxBytes = maxBytes }

    /// An object that is still there.
    func object(_ key: Key) -> StoredObject? {
        state.withLock { state in
            guard let place = state.places[key] else { return nil }
            BaseCache.unlink(place, &state)
            BaseCache.linkNewest(place, &state)
            return state.slots[place].object
        }
    }

    /// Keeps an object for a while, unless it is so large that it would push out all others.
    func keep(_ object: StoredObject, _ key: Key) {
        guard object.bytes.count <= maxBytes / 8 else { return }
        // Released outside of the lock: freeing memory takes time.
        let dropped: [StoredObject?] = state.withLock { state in
            guard state.places[key] == nil else { return [] }
            let slot = Slot(key: key, object: object, newer: -1, older: -1)
            let place: Int
            if let free = state.free.popLast() {
                place = free
                state.slots[place] = slot
            } else {
                place = state.slots.count
                state.slots.append(slot)
            }
            state.places[key] = place
            BaseCache.linkNewest(place, &state)
            state.byteCount += object.bytes.count + BaseCache.entryCost
            var dropped: [StoredObject?] = []
            while state.byteCount > maxBytes, state.oldest >= 0, state.oldest != place {
                let last = state.oldest
                BaseCache.unlink(last, &state)
                state.places[state.slots[last].key] = nil
                let object = state.slots[last].object
                state.byteCount -= (object?.bytes.count ?? 0) + BaseCache.entryCost
                state.slots[last].object = nil
                state.free.append(last)
                dropped.append(object)
            }
            return dropped
        }
        _ = dropped
    }

    private static func unlink(_ place: Int, _ state: inout State) {
        let (newer, older) = (state.slots[place].newer, state.slots[place].older)
        if newer >= 0 { state.slots[newer].older = older } else { state.newest = older }
        if older >= 0 { state.slots[older].newer = newer } else { state.oldest = newer }
    }

    private static func linkNewest(_ place: Int, _ state: inout State) {
        state.slots[place].newer = -1
        state.slots[place].older = state.newest
        if state.newest >= 0 { state.slots[state.newest].newer = place }
        state.newest = place
        if state.oldest < 0 { state.oldest = place }
    }
}
