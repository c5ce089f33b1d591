package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.BoardSpec.Discover;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardFileTextTest {

    private static final ConnectionId WORK = new ConnectionId("work");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");
    private static final RepositoryId SHOP = new RepositoryId(WORK, "acme/platform", "shop");

    private static TargetSpec target(String environment, String namespace, WorkloadKind kind, String name) {
        return new TargetSpec(environment, new WorkloadKey(PROD, namespace, kind, name));
    }

    private static BoardSpec board(ServiceSpec... services) {
        return new BoardSpec(
                List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true)),
                List.of(services), Discover.TARGETS);
    }

    private static BoardSpec read(String text) {
        BoardFile file = BoardFile.read(text, "board.yaml", Optional.empty(), Set.of(PROD));
        assertThat(file.problems()).isEmpty();
        return file.spec();
    }

    @Test
    void writesWhatAPersonWouldWrite() {
        ServiceSpec shop = new ServiceSpec(
                "shop", "Store", SHOP, "build.yml", null,
                List.of(target("production", "shop", WorkloadKind.DEPLOYMENT, "web")), false);

        assertThat(BoardFileText.write(board(shop))).isEqualTo("""
                version: "1"
                discover: targets
                environments:
                  - name: staging
                  - name: production
                    production: true
                services:
                  - name: shop
                    group: Store
                    repository: "work:acme/platform/shop"
                    build: build.yml
                    targets:
                      production:
                        - cluster: prod-eu
                          namespace: shop
                          workload: deployment/web
                """);
    }

    @Test
    void keepsWhatProtects() {
        BoardSpec guarded = board().with(new Protection(
                List.of(new Freeze(1, "0 16 * * 5", "0 8 * * 1", "Europe/Berlin", List.of("production"))),
                Set.of("prod-eu"), Map.of("work", "https://github.example.com")));

        assertThat(read(BoardFileText.write(guarded))).isEqualTo(guarded);
    }

    @Test
    void anEnvironmentThatIsOnlyCalledLikeProductionStaysWhatItIs() {
        BoardSpec board = new BoardSpec(
                List.of(
                        new EnvironmentSpec("prod-mirror", false), new EnvironmentSpec("prod", true),
                        new EnvironmentSpec("eu", true), new EnvironmentSpec("staging", false)),
                List.of());

        assertThat(BoardFileText.write(board)).contains("  - name: prod-mirror\n    production: false\n")
                .doesNotContain("staging\n    production");
        assertThat(read(BoardFileText.write(board))).isEqualTo(board);
    }

    @Test
    void anEmptyBoardIsABoard() {
        assertThat(read(BoardFileText.write(BoardSpec.EMPTY))).isEqualTo(BoardSpec.EMPTY);
    }

    @Test
    void everyBoardIsReadBackAsItself() {
        Random random = new Random(20261121);
        List<String> hostile = List.of(
                "shop", "a: b", "- x", "null", "#", "\"", "{", "tr\u00fcb", "\u202Ex", "a\nb", "y", "1e3", "'", "[z]");
        for (int round = 0; round < 500; round++) {
            List<ServiceSpec> services = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                List<TargetSpec> targets = new ArrayList<>();
                for (String environment : List.of("staging", "production")) {
                    for (int n = random.nextInt(3); n > 0; n--) {
                        targets.add(target(
                                environment, pick(hostile, random) + n,
                                WorkloadKind.values()[random.nextInt(3)], pick(hostile, random) + n));
                    }
                }
                services.add(new ServiceSpec(
                        pick(hostile, random) + i, pick(hostile, random), random.nextBoolean() ? SHOP : null,
                        random.nextBoolean() ? pick(hostile, random) : null,
                        random.nextBoolean() ? pick(hostile, random) : null, List.copyOf(targets), false));
            }
            BoardSpec board = board(services.toArray(ServiceSpec[]::new));

            assertThat(read(BoardFileText.write(board))).isEqualTo(board);
        }
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void placesOfOneEnvironmentComeToStandTogetherAndKeepTheirOrder() {
        TargetSpec first = target("staging", "b", WorkloadKind.DEPLOYMENT, "web");
        TargetSpec second = target("production", "shop", WorkloadKind.DEPLOYMENT, "web");
        TargetSpec third = target("staging", "a", WorkloadKind.DEPLOYMENT, "web");
        ServiceSpec shop = new ServiceSpec("shop", "Store", SHOP, null, null, List.of(first, second, third), false);

        BoardSpec back = read(BoardFileText.write(board(shop)));

        assertThat(back.services()).singleElement().satisfies(
                service -> assertThat(service.targets()).containsExactly(first, third, second));
        assertThat(BoardFileText.write(back)).isEqualTo(BoardFileText.write(board(shop)));
    }

    @Test
    void refusesWhatAFileCannotSay() {
        ServiceSpec found = new ServiceSpec("shop", "Store", null, null, null, List.of(), true);
        ServiceSpec strange = new ServiceSpec(
                "shop", "Store", null, null, null,
                List.of(target("nowhere", "shop", WorkloadKind.DEPLOYMENT, "web")), false);

        assertThatIllegalArgumentException().isThrownBy(() -> BoardFileText.write(board(found)))
                .withMessageContaining("another one");
        assertThatIllegalArgumentException().isThrownBy(() -> BoardFileText.write(board(strange)))
                .withMessageContaining("nowhere");
    }
}
