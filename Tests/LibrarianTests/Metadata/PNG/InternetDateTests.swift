import Testing

@testable import librarian

@Suite("A date as mail has it")
struct InternetDateTests {
    @Test(
        "becomes one of EXIF's",
        arguments: [
            ("Sun, 22 May 2016 10:09:08 +0200", "2016:05:22 10:09:08+02:00"),
            ("22 May 2016 10:09:08 GMT", "2016:05:22 10:09:08+00:00"),
            ("1 January 2018 1:10 est", "2018:01:01 01:10:00-05:00"),
            ("Mon, 1 Jan 18 12:10:22", "2018:01:01 12:10:22"),
            ("Mon, 1 Jan 98 12:10:22 -03:30", "1998:01:01 12:10:22-03:30"),
            ("2016-05-22T10:09:08", nil), ("22 Mai 2016 10:09:08", nil), ("22 May 2016", nil), ("", nil),
            ("22 May 2016 10", nil), ("22 May 2016 10:xx", nil), ("22 May 2016 10:09:08 MESZ", nil),
            ("22 May 20160 10:09:08", nil), ("a b c d e", nil),
        ] as [(String, String?)])
    func texts(mail: String, exif: String?) {
        #expect(InternetDate.exifText(mail) == exif)
    }
}
