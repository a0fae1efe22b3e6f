import CLibZ

/// Compresses as HTTP's `gzip` has it (RFC 1952), by zlib.
public enum Gzip {
    /// Asks zlib for gzip's header and trailer, and for the largest window.
    private static let windowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8

    /// - Returns: nil when zlib has no memory.
    public static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            var stream = z_stream()
            // zlib remembers where the stream lies, so that it must not be moved between the calls.
            return withUnsafeMutablePointer(to: &stream) { stream in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(clamping: input.count)
                let size = Int32(MemoryLayout<z_stream>.size)
                guard
                    deflateInit2_(
                        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY,
                        ZLIB_VERSION, size) == Z_OK
                else { return nil }
                defer { deflateEnd(stream) }
                return output(of: stream, longest: Int(deflateBound(stream, UInt(input.count))))
            }
        }
    }

    private static func output(of stream: UnsafeMutablePointer<z_stream>, longest: Int) -> [UInt8]? {
        var status = Z_OK
        let found = [UInt8](unsafeUninitializedCapacity: longest) { buffer, filled in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(clamping: longest)
            status = deflate(stream, Z_FINISH)
            filled = longest - Int(stream.pointee.avail_out)
        }
        return status == Z_STREAM_END ? found : nil
    }
}
