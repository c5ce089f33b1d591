package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource({"1350,3", "1000,3", "944,3", "600,3", "1350,5", "1000,2", "1900,4", "800,1"})
    void columnsFillTheWidthAndNeverOverlap(double width, int environments) {
        Columns columns = Columns.of(width, environments);

        assertThat(columns.cellAt(environments - 1) + columns.cell()).isLessThanOrEqualTo(Math.max(width, 600));
        assertThat(columns.cellAt(0)).isGreaterThanOrEqualTo(columns.buildAt() + columns.build());
        for (int i = 1; i < environments; i++) {
            assertThat(columns.signalAt(i - 1) + columns.signal()).isLessThanOrEqualTo(columns.cellAt(i) + 0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"600,0", "1350,150"})
    void theBuildColumnGoesWhenThereIsNoRoom(double width, double build) {
        assertThat(Columns.of(width, 3).build()).isEqualTo(build);
    }
}
