import CLinux

/// How much of processor and disk this process asks for beside others.
public enum ProcessPriority {
    /// Lets others go first, with every thread.
    ///
    /// - Parameter nice: 0 to 19, the larger the more.
    /// - Returns: whether the system agreed. Where it does not, work goes on as before.
    @discardableResult
    public static func giveWay(nice: Int) -> Bool {
        linux_give_way(Int32(nice)) == 0
    }
}
