package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.bench.TimeLapseBench.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLapseBenchTest {

    @Test
    void seesWhatGrowsByTheHour() {
        List<Sample> samples = samples(8, 12);

        assertThat(TimeLapseBench.perHour(samples, Sample::heap)).isEqualTo(12, within(0.001));
        assertThat(TimeLapseBench.perHour(samples, Sample::threads)).isEqualTo(0, within(0.001));
    }

    @Test
    void doesNotMindTheFirstHour() {
        List<Sample> samples = new ArrayList<>(samples(3, 0));
        samples.set(0, new Sample(10, 900, 90, 900));

        assertThat(TimeLapseBench.perHour(samples, Sample::heap)).isEqualTo(0, within(0.001));
    }

    @Test
    void readsASample() {
        assertThat(Sample.of("sample 50 148.591 53 151")).isEqualTo(new Sample(50, 148.591, 53, 151));
    }

    private static List<Sample> samples(int hours, double perHour) {
        List<Sample> samples = new ArrayList<>();
        for (int minute = 10; minute <= hours * 60; minute += 10) {
            samples.add(new Sample(minute, 100 + perHour * minute / 60, 40, 150));
        }
        return samples;
    }
}
