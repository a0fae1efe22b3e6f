import CLibZ

/// Decompresses zlib streams (RFC 1950) by zlib.
public enum ZlibStream {
    /// What `compressed` holds, `longest` bytes at most; of a damaged stream, what comes before the damage.
    public static func inflated(_ compressed: some Collection<UInt8>, longest: Int) -> [UInt8] {
        var input = Array(compressed)
        return input.withUnsafeMutableBufferPointer { input in
            var stream = z_stream()
            // zlib remembers where the stream lies, so that it must not be moved between the calls.
            return withUnsafeMutablePointer(to: &stream) { stream in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(clamping: input.count)
                let size = Int32(MemoryLayout<z_stream>.size)
                guard inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else { return [] }
                defer { inflateEnd(stream) }
                return output(of: stream, longest: longest)
            }
        }
    }

    private static func output(of stream: UnsafeMutablePointer<z_stream>, longest: Int) -> [UInt8] {
        var found: [UInt8] = []
        var status = Z_OK
        while status == Z_OK, found.count < longest {
            let room = min(64 << 10, longest - found.count)
            found += [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(room)
                // At the end of the input zlib answers that it cannot go on, which ends the loop.
                status = inflate(stream, Z_NO_FLUSH)
                filled = room - Int(stream.pointee.avail_out)
            }
        }
        return found
    }
}
