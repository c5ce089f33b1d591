package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceStoryTest {

    private final ServiceStory service = ServiceStory.of("Group", "one", "Deployment", "Java", 1, 1)
            .tagged("v1", "P9D", "Begin")
            .tagged("v2", "P5D")
            .tagged("v3", "P3D")
            .tagged("v4", "PT2H");

    @ParameterizedTest
    @CsvSource({"v1, 'v1'", "v2, 'v1 v2'", "v3, 'v1 v2 v3'", "v4, 'v2 v3 v4'"})
    void remembersTheVersionsThatAPlaceHasSeen(String running, String seen) {
        ServiceStory placed = service.runs("staging", running, 2);

        assertThat(String.join(" ", placed.seenIn("staging").stream().map(ServiceStory.Version::name).toList()))
                .isEqualTo(seen);
    }

    @Test
    void isToldStepByStepWithoutChangingWhatWasToldBefore() {
        ServiceStory guarded = service.runs("staging", "v4", 2).guardedBy(ServiceStory.Guard.NOBODY);

        assertThat(service.places()).isEmpty();
        assertThat(service.guard()).isEqualTo(ServiceStory.Guard.TEAM);
        assertThat(guarded.versions()).isEqualTo(service.versions());
        assertThat(guarded.place("staging")).isEqualTo(new ServiceStory.Place("v4", 2));
        assertThat(service.versions().getFirst())
                .isEqualTo(new ServiceStory.Version("v1", Duration.ofDays(9), java.util.List.of("Begin")));
    }

    @Test
    void saysWhereItDoesNotRun() {
        assertThatThrownBy(() -> service.place("production")).isInstanceOf(IllegalStateException.class)
                .hasMessage("one does not run in production");
    }

    @Test
    void comesAsAnImageOfItsOwnName() {
        assertThat(service.image("v4")).isEqualTo("registry.practice.test/acme/one:v4");
    }
}
