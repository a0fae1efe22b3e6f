import CRaw

/// What a camera wrote before it made a picture of it.
final class RawFile {
    /// A preview is good enough where it is as large as the largest thumbnail, or nearly as large as the picture.
    private static let wholeShare = 0.9

    private let handle: OpaquePointer

    /// - Returns: nil for a file that LibRaw does not know.
    init?(_ path: String) throws(MakingError) {
        var handle: OpaquePointer?
        _ = craw_open(path, &handle)
        guard let handle else { return nil }
        self.handle = handle
    }

    deinit {
        craw_close(handle)
    }

    /// The preview that the camera made; developed at half its size where there is none that is large enough.
    func decode(side: Int) throws(MakingError) -> DecodedSource {
        let (width, height) = size
        var first: MakingError?
        var small: Picture?
        do throws(MakingError) {
            let preview = try preview(side: side)
            if preview.isLarge { return DecodedSource(picture: preview.picture, width: width, height: height) }
            small = preview.picture
        } catch {
            first = error
        }
        do throws(MakingError) {
            return DecodedSource(picture: try developed(side: side), width: width, height: height)
        } catch {
            if let small { return DecodedSource(picture: small, width: width, height: height) }
            throw first ?? error
        }
    }

    /// As displayed, in pixels.
    private var size: (width: Int, height: Int) {
        var (width, height): (Int32, Int32) = (0, 0)
        craw_size(handle, &width, &height)
        let isTurned = craw_turn(handle) % 180 != 0
        return isTurned ? (Int(height), Int(width)) : (Int(width), Int(height))
    }

    private func preview(side: Int) throws(MakingError) -> (picture: Picture, isLarge: Bool) {
        var preview = craw_picture()
        let code = craw_preview(handle, &preview)
        guard code == 0 else { throw Self.error("its preview cannot be read", code) }
        let bytes = UnsafeRawBufferPointer(start: preview.bytes, count: preview.count)
        let turn = Int(craw_turn(handle))
        let picture =
            preview.is_jpeg != 0
            ? try Picture.decode(bytes, side: side, turn: turn)
            : try Picture.of(bytes, width: Int(preview.width), height: Int(preview.height)).turned(turn).shrunk(
                to: side)
        let whole = Double(max(size.width, size.height)) * Self.wholeShare
        let longest = max(picture.size.width, picture.size.height)
        return (picture, longest >= side || Double(longest) >= whole)
    }

    private func developed(side: Int) throws(MakingError) -> Picture {
        var (picture, owner): (craw_picture, UnsafeMutableRawPointer?) = (craw_picture(), nil)
        let code = craw_develop(handle, &picture, &owner)
        guard code == 0 else { throw Self.error("it cannot be developed", code) }
        defer { craw_free(owner) }
        let pixels = UnsafeRawBufferPointer(start: picture.bytes, count: picture.count)
        return try Picture.of(pixels, width: Int(picture.width), height: Int(picture.height)).shrunk(to: side)
    }

    private static func error(_ what: String, _ code: Int32) -> MakingError {
        // Nothing is wrong with the disk: it wanted to read on behind the end.
        MakingError("\(what): \(code == CRAW_CUT_OFF ? "the file is cut off" : String(cString: craw_reason(code)))")
    }
}
