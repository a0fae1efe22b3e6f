import Testing

@testable import FactoryCore

@Suite("What is mounted")
struct MountTableTests {
    private let table = MountTable(
        """
        27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
        25 24 0:23 / /dev/shm rw,relatime shared:4 master:2 - tmpfs tmpfs rw,size=24684092k
        90 27 0:47 / /mnt/a\\040share rw - 9p host rw,trans=virtio
        91 27 259:1048577 / /big rw - xfs /dev/nvme0n1 rw
        no line
        92 27 8:1 / /cut rw -
        """)

    @Test(
        "is found by the number of the device",
        arguments: [
            (0xfe00, "ext4"), (23, "tmpfs"), (47, "9p"), (0x1_0001_0301, "xfs"), (0x801, nil), (0xfe01, nil),
        ] as [(UInt64, String?)])
    func kinds(device: UInt64, kind: String?) {
        #expect(table.kind(of: device) == kind)
    }
}
