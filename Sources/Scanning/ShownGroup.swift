internal import GitObjects
internal import ScanModel

/// One secret with the places that the report shows of it.
struct ShownGroup {
    let group: OccurrenceTable.Group
    let attribution: Attribution
    /// First the place to show first: in the introducing commit if it is known there. Then one
    /// for each further path.
    let places: [OccurrenceTable.Place]

    init(_ group: OccurrenceTable.Group, _ attribution: Attribution) {
        self.group = group
        self.attribution = attribution
        let primary =
            group.places.first { $0.request.id == attribution.primaryObject } ?? group.places[0]
        var paths: Set<String> = [attribution.primaryPath ?? primary.request.paths.first ?? ""]
        var places = [primary]
        for place in group.places where place.request.id != primary.request.id {
            guard places.count <= Finding.maxOtherLocations else { break }
            // Versions of one file say the same again and again.
            if let path = place.request.paths.first, !paths.insert(path).inserted { continue }
            places.append(place)
        }
        self.places = places
    }
}
