package dev.signalbox.wiring.config;

/// Addresses in the configuration are shown on screens, and so may hold nothing that is nobody's business.
public final class BareAddress {

    private BareAddress() {}

    /// Whether it holds no user name, password, query or fragment.
    public static boolean is(String text) {
        return text.chars().noneMatch(BareAddress::isMore);
    }

    /// Whether all of these keys that are there hold an address and nothing more; a complaint for each other one, which
    /// does not repeat it.
    static boolean all(Fields fields, Problems problems, String... keys) {
        boolean all = true;
        for (String key : keys) {
            boolean bare = fields.node(key).isEmpty()
                    || fields.text(key).filter(text -> !is(text)).isEmpty();
            if (!bare) {
                fields.node(key).ifPresent(node -> problems.add(
                        node, "\"" + key + "\" must not hold a user name, a password, ? or #;"
                                + " write the address alone, such as https://host.example.com"));
            }
            all &= bare;
        }
        return all;
    }

    /// No address of a server or of a proxy has one of these in its host, port or path.
    private static boolean isMore(int letter) {
        return letter == '@' || letter == '?' || letter == '#';
    }
}
