import FactoryCore
import HTTPTypes
import Hummingbird
import Thumbnails

/// Assets: the list, one of them, its file, and small pictures of it.
struct AssetRoutes: Sendable {
    let pool: ReadPool
    /// For what may take seconds.
    let searches: ReadPool
    let originals: Originals
    let thumbnails: SmallPictures

    func add(to router: Router<WebContext>) {
        router.answer("/api/v1/assets") { request, _ in
            let query = try Query(request)
            let limit = try query.integer("limit", in: 1...200, default: 50)
            let filter = AssetFilter(
                from: try query.day("from"), to: try query.day("to"), errorsOnly: try query.flag("errors"),
                text: query.text("q").map { String($0.prefix(200)) }, place: try Self.place(query))
            let position = try query.text("cursor").map { try AssetCursor.position($0) }
            guard position?.capturedAt != nil || position == nil || filter.takesUndated else {
                throw Problem(.badRequest, "cursor is one of another list")
            }
            let list = AssetList(pool: filter.text == nil ? pool : searches)
            return Response.json(try await list.page(behind: position, filter, limit: limit).json, for: request)
        }
        router.answer("/api/v1/assets/{id}") { request, context in
            Response.json(AssetDetailsView(details: try await details(context)).json, for: request)
        }
        router.answer("/api/v1/assets/{id}/original") { request, context in
            try await originals.response(for: try await details(context), request)
        }
        router.answer("/api/v1/assets/{id}/thumbnail") { request, context in
            let pixels = try Query(request).integer("size", in: 1...4096, default: ThumbnailSize.grid.rawValue)
            guard let size = ThumbnailSize(rawValue: pixels) else {
                throw Problem(.badRequest, "size must be 256 or 1024")
            }
            return try await thumbnails.response(for: try await details(context), size: size, request)
        }
        router.answer("/api/v1/places") { request, _ in
            Response.json(
                PlaceList(try await pool.rows(CountersTable.places) { try CountersTable.counter($0) }).json,
                for: request)
        }
        router.answer("/api/v1/timeline") { request, _ in
            Response.json(
                Timeline(months: try await pool.rows(CountersTable.months) { try CountersTable.counter($0) }).json,
                for: request)
        }
    }

    private static func place(_ query: Query) throws -> PlaceFilter? {
        let (region, name) = (query.text("region"), query.text("place"))
        guard let country = query.text("country") else {
            guard region == nil, name == nil else {
                throw Problem(.badRequest, "region and place want the country in which they are")
            }
            return nil
        }
        guard country.utf8.count == 2, country.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw Problem(.badRequest, "country must be the two capital letters of a country, such as FR")
        }
        return PlaceFilter(countryCode: country, region: region, name: name)
    }

    private func details(_ context: WebContext) async throws -> AssetDetails {
        let unknown = Problem(.notFound, "there is no asset of this id")
        guard let id = context.parameters.get("id"), AssetID.isValid(id) else { throw unknown }
        let found = try await pool.rows(MediaAssetsTable.details(id: id)) { try MediaAssetsTable.assetDetails($0) }
        guard let details = found.first else { throw unknown }
        return details
    }
}
