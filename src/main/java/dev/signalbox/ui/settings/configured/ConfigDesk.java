package dev.signalbox.ui.settings.configured;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The configuration in use, as texts by name. On the screen's thread; answers come there too.
public interface ConfigDesk {

    /// Days that runs are kept.
    String RUNS = "runs";

    /// Days that are fetched of the past.
    String BACKFILL = "backfill";

    /// Megabytes that kept logs may take.
    String LOGS = "logs";

    /// Where the values stand when they cannot be changed here, as a sentence; empty when they can.
    String fixed();

    /// The names of the CI accounts, in their order.
    List<String> accounts();

    /// The value of that name; empty when there is none. [#proxy] and [#authority] make names for accounts.
    String value(String name);

    /// Keeps changed values and starts the console again with them.
    ///
    /// @param failed told a sentence when nothing was changed
    void keep(Map<String, String> changed, Consumer<String> failed);

    /// Asks an account's server once, as it would be asked with these values.
    ///
    /// @param changed values that are not kept yet
    /// @param told what came of it, in a sentence
    void test(String account, Map<String, String> changed, Consumer<String> told);

    /// The name of an account's proxy.
    static String proxy(String account) {
        return "proxy of " + account;
    }

    /// The name of the file of certificates that an account trusts.
    static String authority(String account) {
        return "authority of " + account;
    }
}
