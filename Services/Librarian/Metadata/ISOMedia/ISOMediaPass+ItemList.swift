import FactoryCore

extension ISOMediaPass {
    /// A list of values: with `keys` each box's type is the number of its key, without them the type is the name, as
    /// iTunes has it.
    mutating func readItemList(_ list: ISOBox, keys: [String]?) throws(ByteSourceError) {
        for box in try source.boxes(in: list.contents) {
            if let keys, let index = Int(exactly: box.typeNumber), keys.indices.contains(index - 1) {
                try readItem(box, key: keys[index - 1])
            } else {
                try readItem(box)
            }
        }
    }

    private mutating func readItem(_ box: ISOBox, key: String) throws(ByteSourceError) {
        switch key {
        case MovieKeys.creationDate: keep(try value(of: box), as: .keysCreationDate)
        case _ where MovieKeys.contentCreateDate.contains(key): keep(try value(of: box), as: .keysContentCreateDate)
        case MovieKeys.location: keep(place: try value(of: box), from: .keys)
        case MovieKeys.contentIdentifier:
            let identifier = try value(of: box)
            metadata.contentIdentifier = metadata.contentIdentifier ?? identifier?.uppercased()
        case MovieKeys.samsungOffset:
            let offset = (try value(of: box)).flatMap { UTCOffset($0) }
            metadata.movie.offset = offset ?? metadata.movie.offset
        case MovieKeys.make:
            if let make = try value(of: box), GoPro.isNamed(in: make.utf8) { metadata.movie.headerTimesAreLocal = true }
        default: break
        }
    }

    private mutating func readItem(_ box: ISOBox) throws(ByteSourceError) {
        switch box.type {
        case "©day": keep(try value(of: box), as: .itemListContentCreateDate)
        case "date": keep(try value(of: box), as: .itemListOriginal)
        case "©xyz": keep(place: try value(of: box), from: .itemList)
        default: break
        }
    }

    /// The first of its values.
    private func value(of item: ISOBox) throws(ByteSourceError) -> String? {
        for box in try source.boxes(in: item.contents, most: 16) where box.type == "data" {
            return MovieText.item(try source.contents(of: box, most: MovieText.mostBytes))
        }
        return nil
    }

    /// The first text of a kind stays: those that follow are mostly the same in other languages.
    mutating func keep(_ text: String?, as tag: CaptureSource) {
        guard let text, metadata.movie.texts[tag] == nil else { return }
        metadata.movie.texts[tag] = text
    }

    mutating func keep(place text: String?, from origin: PlaceOrigin) {
        places[origin] = places[origin] ?? text.flatMap(ISO6709.place)
    }
}
