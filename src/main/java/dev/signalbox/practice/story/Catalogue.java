package dev.signalbox.practice.story;

import dev.signalbox.practice.story.ServiceStory.Guard;
import java.util.List;

/// The twelve services of the practice team.
final class Catalogue {

    static final String DEVELOPMENT = "development";
    static final String STAGING = "staging";
    static final String PRODUCTION = "production";
    static final List<String> ENVIRONMENTS = List.of(DEVELOPMENT, STAGING, PRODUCTION);

    private static final String STOREFRONT = "Storefront";
    private static final String PAYMENTS = "Payments";
    private static final String PLATFORM = "Platform";
    private static final String DEPLOYMENT = "Deployment";

    private Catalogue() {}

    static List<ServiceStory> services() {
        return List.of(
                ServiceStory.of(STOREFRONT, "web-frontend", DEPLOYMENT, "TypeScript", 1, 4160)
                        .tagged("v5.18.0", "P12D")
                        .tagged("v5.19.0", "P6D")
                        .tagged("v5.19.2", "P1DT12H", "Fix focus order in the menu", "Preload the web font")
                        .tagged("v5.20.0", "PT2H30M", "db/V42__add_index.sql: index saved baskets",
                                "Checkout button focus ring", "Lazy-load basket drawer")
                        .runs(DEVELOPMENT, "v5.20.0", 4)
                        .runs(STAGING, "v5.20.0", 4)
                        .runs(PRODUCTION, "v5.19.2", 12),
                ServiceStory.of(STOREFRONT, "checkout", DEPLOYMENT, "Java", 1.2, 955)
                        .tagged("v2.13.3", "P18D")
                        .tagged("v2.13.4", "P10D")
                        .tagged("v2.14.0", "P5DT20H", "Round taxes per line", "Ask the bank only once")
                        .tagged("v2.14.1", "P1DT2H", "Bump http client to 5.6.4", "Raise connection pool to 64",
                                "Retry card authorisation on timeout")
                        .tagged("v2.15.0", "PT40M", "Offer invoices to companies")
                        .runs(DEVELOPMENT, "v2.15.0", 2)
                        .runs(STAGING, "v2.15.0", 3)
                        .runs(PRODUCTION, "v2.14.0", 6),
                ServiceStory.of(STOREFRONT, "catalog", DEPLOYMENT, "Java", 0.8, 2290)
                        .tagged("v9.2.2", "P28D")
                        .tagged("v9.2.3", "P20D")
                        .tagged("v9.2.4", "P8D")
                        .tagged("v9.3.0", "PT2H")
                        .runs(DEVELOPMENT, "v9.3.0", 2)
                        .runs(STAGING, "v9.3.0", 3)
                        .runs(PRODUCTION, "v9.2.4", 8)
                        .guardedBy(Guard.NOBODY),
                ServiceStory.of(STOREFRONT, "search", DEPLOYMENT, "Java", 1.4, 620)
                        .tagged("v1.8.4", "P14D")
                        .tagged("v1.8.5", "P7D")
                        .tagged("v1.8.6", "P3D")
                        .tagged("v1.8.7", "PT6H", "Index synonyms")
                        .runs(DEVELOPMENT, "v1.8.7", 1)
                        .runs(STAGING, "v1.8.6", 2)
                        .runs(PRODUCTION, "v1.8.6", 4),
                usual(STOREFRONT, "image-resizer", DEPLOYMENT, "Rust", 0.8, 215, "v0.9.1", "v0.9.2", "v0.9.3", 5)
                        .guardedBy(Guard.NOBODY),
                ServiceStory.of(PAYMENTS, "payments-api", DEPLOYMENT, "Kotlin", 1.1, 1185)
                        .tagged("v2.7.7", "P30D")
                        .tagged("v2.7.8", "P16D")
                        .tagged("v2.7.9", "P8D")
                        .tagged("v2.8.0-rc.2", "P1D")
                        .tagged("v2.8.0-rc.3", "PT50M", "Sign webhooks with the new key", "Tell why a card was refused")
                        .runs(DEVELOPMENT, "v2.8.0-rc.3", 2)
                        .runs(STAGING, "v2.8.0-rc.3", 2)
                        .runs(PRODUCTION, "v2.7.9", 8)
                        .guardedBy(Guard.SOMEONE_ELSE),
                ServiceStory.of(PAYMENTS, "ledger", DEPLOYMENT, "Go", 0.6, 70)
                        .tagged("v0.40.1", "P24D")
                        .tagged("v0.40.2", "P15D")
                        .tagged("v0.41.0", "P3D")
                        .runs(DEVELOPMENT, "v0.41.0", 1)
                        .runs(STAGING, "v0.41.0", 2)
                        .runs(PRODUCTION, "v0.41.0", 4),
                ServiceStory.of(PAYMENTS, "fraud-model", DEPLOYMENT, "Python", 1.7, 490)
                        .tagged("2026.10.8", "P21D")
                        .tagged("2026.10.9", "P13D")
                        .tagged("2026.11.1", "P9D")
                        .tagged("2026.11.2", "P5D")
                        .tagged("2026.11.3", "PT3H")
                        .runs(DEVELOPMENT, "2026.11.3", 1)
                        .runs(STAGING, "2026.11.2", 1)
                        .runs(PRODUCTION, "2026.11.1", 3),
                usual(PLATFORM, "auth", DEPLOYMENT, "Go", 0.9, 1410, "v3.3.9", "v3.4.0", "v3.4.1", 6),
                usual(PLATFORM, "notifications", "StatefulSet", "Java", 1, 330, "v1.11.2", "v1.11.3", "v1.12.0", 3),
                usual(PLATFORM, "email-gateway", DEPLOYMENT, "Go", 0.7, 180, "v2.1.8", "v2.1.9", "v2.2.0", 2),
                usual(PLATFORM, "audit-log", "DaemonSet", "Go", 0.7, 140, "v1.4.9", "v1.5.0", "v1.5.1", 3));
    }

    /// The services whose workflows run on GitHub.
    static List<ServiceStory> onGitHub() {
        return services().stream().filter(service -> !isOnGitLab(service)).toList();
    }

    /// The services whose pipelines run on GitLab.
    static List<ServiceStory> onGitLab() {
        return services().stream().filter(Catalogue::isOnGitLab).toList();
    }

    /// One whole group does.
    static boolean isOnGitLab(ServiceStory service) {
        return service.group().equals(PLATFORM);
    }

    static ServiceStory named(String name) {
        return services().stream().filter(service -> service.name().equals(name)).findFirst().orElseThrow();
    }

    private static ServiceStory usual(
            String group, String name, String kind, String language, double slowness, int run, String oldest,
            String old, String now,
            int pods) {
        int few = kind.equals("DaemonSet") ? pods : Math.max(1, pods / 2);
        return ServiceStory.of(group, name, kind, language, slowness, run)
                .tagged(oldest, "P26D")
                .tagged(old, "P12D")
                .tagged(now, "P2DT5H")
                .runs(DEVELOPMENT, now, few)
                .runs(STAGING, now, few)
                .runs(PRODUCTION, now, pods);
    }
}
