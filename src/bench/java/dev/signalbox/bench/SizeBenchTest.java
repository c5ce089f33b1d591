package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeBenchTest {

    @TempDir
    Path installers;

    @Test
    void withoutImagesThereIsNothingToMeasure() {
        assertThat(SizeBench.benches("")).isEmpty();
    }

    @Test
    void onlyWhatWasMadeIsMeasured() throws IOException {
        assertThat(SizeBench.benches(installers.toString())).extracting(Bench::name)
                .containsExactly("installed.size.image");

        Path out = Files.createDirectories(installers.resolve("out"));
        for (String name : new String[] {"signalbox-0.1.0-linux-amd64.deb", "signalbox-0.1.0-linux-amd64.tar.xz",
            "signalbox-0.1.0.cdx.json", "SHA256SUMS"}) {
            Files.createFile(out.resolve(name));
        }

        assertThat(SizeBench.benches(installers.toString())).extracting(Bench::name)
                .containsExactly("installed.size.image", "installed.size.deb", "installed.size.tar.xz");
    }

    @Test
    void everythingInTheImageCountsAndTheEmptyOneIsWhatItIsComparedWith() throws IOException {
        Path image = Files.createDirectories(installers.resolve("image/signalbox/lib"));
        Files.write(image.resolve("modules"), new byte[3_000_000]);
        Files.write(image.resolveSibling("signalbox"), new byte[1_000_000]);
        Path empty = Files.createDirectories(installers.resolve("empty/image/signalbox"));
        Files.write(empty.resolve("signalbox"), new byte[2_000_000]);

        Measurement measured = new SizeBench(
                "x", installers.resolve("image/signalbox"), installers.resolve("empty/image/signalbox"), 3)
                .run(Effort.QUICK);

        assertThat(measured.value()).isEqualTo(4);
        assertThat(measured.ratio()).isEqualTo(2);
        assertThat(measured.isWithinLimit()).isFalse();
    }

    @Test
    void withoutAnEmptyImageThereIsNoRatio() throws IOException {
        Files.write(installers.resolve("a.deb"), new byte[1_000_000]);

        Measurement measured =
                new SizeBench("x", installers.resolve("a.deb"), installers.resolve("empty"), 3).run(Effort.QUICK);

        assertThat(measured.isWithinLimit()).isTrue();
        assertThat(measured.ratio()).isZero();
    }
}
