package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Eight hours of practice in a few minutes: what grows by the hour in a console with its window that watches the team
/// and walks through its screens. The team's own servers run in the same process.
///
/// The baseline is the same team in a process without a console, at the same time.
final class TimeLapseBench implements Bench {

    private static final String PROGRAM = "dev.signalbox.wiring.TimeLapse";
    private static final int SPEED = 144;
    private static final int HOURS = 8;
    private static final int QUICK_HOURS = 3;

    /// Screens are shown, code is compiled and pools fill until then.
    private static final int SETTLED_MINUTES = 60;

    /// Pools breathe: a connection or a worker more or less at the moment of looking is no growth.
    private static final int BREATH = 1;

    private final Lapse lapse;
    private final What what;

    private TimeLapseBench(Lapse lapse, What what) {
        this.lapse = lapse;
        this.what = what;
    }

    static List<Bench> benches() {
        Lapse lapse = new Lapse();
        return List.of(
                new TimeLapseBench(lapse, What.HEAP),
                new TimeLapseBench(lapse, What.THREADS),
                new TimeLapseBench(lapse, What.FILES));
    }

    @Override
    public String name() {
        return what.title;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        lapse.pass(effort.of(HOURS, QUICK_HOURS));
        return new Measurement(
                perHour(lapse.console, what.value), what.unit, perHour(lapse.alone, what.value),
                new Limit.ValueAtMost(what.limit));
    }

    /// What was held at a minute of that time.
    ///
    /// @param heap live objects in MB
    record Sample(double minute, double heap, double threads, double files) {

        static Sample of(String line) {
            String[] words = line.split(" ");
            return new Sample(
                    Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]));
        }
    }

    /// The slope of the line that fits the samples best, after the first hour.
    static double perHour(List<Sample> samples, ToDoubleFunction<Sample> value) {
        List<Sample> settled = samples.stream().filter(s -> s.minute() >= SETTLED_MINUTES).toList();
        double meanHour = settled.stream().mapToDouble(s -> s.minute() / 60).average().orElseThrow();
        double meanValue = settled.stream().mapToDouble(value).average().orElseThrow();
        double together = 0;
        double spread = 0;
        for (Sample sample : settled) {
            double hour = sample.minute() / 60 - meanHour;
            together += hour * (value.applyAsDouble(sample) - meanValue);
            spread += hour * hour;
        }
        return spread == 0 ? 0 : together / spread;
    }

    private enum What {
        HEAP("practice.time-lapse.heap", "MB/h", 5, Sample::heap),
        THREADS("practice.time-lapse.threads", "1/h", BREATH, Sample::threads),
        FILES("practice.time-lapse.files", "1/h", BREATH, Sample::files);

        private final String title;
        private final String unit;
        private final int limit;
        private final ToDoubleFunction<Sample> value;

        What(String title, String unit, int limit, ToDoubleFunction<Sample> value) {
            this.title = title;
            this.unit = unit;
            this.limit = limit;
            this.value = value;
        }
    }

    private static final class Lapse {
        private final List<Sample> console = new ArrayList<>();
        private final List<Sample> alone = new ArrayList<>();

        void pass(int hours) throws IOException, InterruptedException {
            if (!console.isEmpty()) {
                return;
            }
            Path folder = Files.createTempDirectory("signalbox-bench");
            try (OwnProcess watched = start(folder.resolve("watched"), hours, true);
                    OwnProcess team = start(folder.resolve("alone"), hours, false)) {
                for (int minute = 10; minute <= hours * 60; minute += 10) {
                    console.add(Sample.of(watched.await("sample " + minute + " ")));
                    alone.add(Sample.of(team.await("sample " + minute + " ")));
                }
            } finally {
                OwnProcess.delete(folder);
            }
        }

        private static OwnProcess start(Path folder, int hours, boolean console) throws IOException {
            return OwnProcess.start(PROGRAM, List.of(), List.of(
                    folder.toString(), String.valueOf(SPEED), String.valueOf(hours), String.valueOf(console)));
        }
    }
}
