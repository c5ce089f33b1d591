package dev.signalbox.domain.board;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the name of an environment tells when nobody described it.
public final class EnvironmentNames {

    private static final List<String> TRAVEL =
            List.of("dev", "int", "test", "qa", "uat", "stag", "preprod", "prod", "live");

    /// The order in which releases usually travel; unknown names come before production, by name.
    public static final Comparator<String> BY_TRAVEL =
            Comparator.<String>comparingInt(EnvironmentNames::position).thenComparing(Comparator.naturalOrder());

    private EnvironmentNames() {}

    /// Whether it begins like the name of a production environment.
    public static boolean looksLikeProduction(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("prod") || lower.startsWith("live");
    }

    /// Whether one of the words of it is a name of production: of `shop-prod-eu`, not of `products-staging`.
    public static boolean namesProduction(String namespace) {
        return List.of(namespace.toLowerCase(Locale.ROOT).split("-")).stream()
                .anyMatch(BoardSpec.USUALLY_PRODUCTION::contains);
    }

    private static int position(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < TRAVEL.size(); i++) {
            if (lower.startsWith(TRAVEL.get(i))) {
                return i;
            }
        }
        return TRAVEL.indexOf("prod") - 1;
    }
}
