import FactoryCore
import Testing

@testable import librarian

@Suite("The date in a file's name")
struct FileNameDateTests {
    private static let now = Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast

    private func date(_ name: String) -> FileNameDate? {
        FileNameDate(name: Array(name.utf8), now: Self.now)
    }

    @Test(
        "is a wall clock in most names",
        arguments: [
            ("IMG_20190509_154733.jpg", "2019-05-09 15:47:33"),
            ("IMG_20160901_073844000.jpg", "2016-09-01 07:38:44"),
            ("Screenshot_20170120-023456_Chrome.jpg", "2017-01-20 02:34:56"),
            ("20180101_120000(1).jpg", "2018-01-01 12:00:00"),
            ("2015-09-16 06.39.22.jpg", "2015-09-16 06:39:22"),
            ("photo_2009-06-18_00-16-51.jpg", "2009-06-18 00:16:51"),
            ("WhatsApp Image 2010-09-26 at 11.14.43.jpeg", "2010-09-26 11:14:43"),
            ("Screen Shot 2019-03-04 at 3.39.41 PM.png", "2019-03-04 15:39:41"),
            ("Screen Shot 2019-03-04 at 12.39.41\u{202F}AM.png", "2019-03-04 00:39:41"),
            ("Screen Shot 2019-03-04 at 11.39.41pm.png", "2019-03-04 23:39:41"),
            ("signal-2017-02-28-100751.jpg", "2017-02-28 10:07:51"),
            ("2016_01_30_11_49_15.mp4", "2016-01-30 11:49:15"),
            ("00000IMG_00000_BURST20190216172030_COVER.jpg", "2019-02-16 17:20:30"),
            ("VID_20170122_093726.mp4.json", "2017-01-22 09:37:26"),
            ("a 20190230_101010 2019-03-01 10.10.10.jpg", "2019-03-01 10:10:10"),
            ("20990101_000000 20200101_000001", "2020-01-01 00:00:01"),
        ])
    func local(name: String, text: String) {
        #expect(date(name)?.kind == .local)
        #expect(date(name)?.text == text)
    }

    @Test(
        "is an instant in names of Pixel, Facebook and WeChat",
        arguments: [
            ("PXL_20080812_074032532.jpg", "2008-08-12 07:40:32"),
            ("FB_IMG_1541843413000.jpg", "2018-11-10 09:50:13"),
            ("mmexport1541843413001.jpg", "2018-11-10 09:50:13.001000"),
            ("1541843413000.jpg", "2018-11-10 09:50:13"),
        ])
    func instant(name: String, text: String) {
        #expect(date(name)?.kind == .instant)
        #expect(date(name)?.text == text)
    }

    @Test(
        "is a day alone where it has no clock",
        arguments: [
            ("IMG-20240425-WA0048.jpg", "2024-04-25"), ("VID-20180408-WA0007.mp4", "2018-04-08"),
            ("2018-01-09-exiv2-crash-001.tiff", "2018-01-09"), ("2011_02_03.jpg", "2011-02-03"),
            ("IMG_20200102.jpg", "2020-01-02"), ("DSC20200102-2.jpg", "2020-01-02"), ("20200102.jpg", "2020-01-02"),
            ("holiday 20200102 b.jpg", "2020-01-02"), ("2021-02-03 25.10.10.jpg", "2021-02-03"),
        ])
    func day(name: String, text: String) {
        #expect(date(name)?.kind == .day)
        #expect(date(name)?.text == text)
    }

    @Test(
        "is none where digits are no date, or no believable one",
        arguments: [
            "IMG_0001.jpg", "DSC_0920.jpg", "IMG_20191340_999999.jpg", "10505732989_9061680700_o.jpg", "", ".", "2020",
            "19690101_000000.jpg", "IMG_20991231_000000.jpg", "a20200102.jpg", "120200101_120000.jpg",
            "20200101123456789012.jpg", "2541843413000.jpg", "１９９９0101.jpg",
        ])
    func none(name: String) {
        #expect(date(name) == nil)
    }

    @Test("is found in bytes that are no text")
    func bytes() {
        let name = [0xFF, 0xFE] + Array("_20200102_030405.jpg".utf8)
        #expect(FileNameDate(name: name, now: Self.now)?.text == "2020-01-02 03:04:05")
    }
}
