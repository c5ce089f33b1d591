package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class TrayPropertiesTest {

    private final Variant<String> status = new Variant<>("Active");
    private final TrayProperties properties = new TrayProperties("org.example.Icon", Map.of("Status", status));

    @Test
    void aPropertyIsReadByTheNameOfItsInterface() {
        Variant<?> read = properties.get("org.example.Icon", "Status");
        assertThat(read).isSameAs(status);
        assertThat(properties.all("org.example.Icon")).isEqualTo(Map.of("Status", status));
    }

    @Test
    void whatIsNotThereIsAnErrorAndNeverNothing() {
        assertThatThrownBy(() -> properties.<Variant<?>>get("org.example.Icon", "Colour"))
                .isInstanceOf(DBusExecutionException.class)
                .hasMessage("No such property");
        assertThatThrownBy(() -> properties.<Variant<?>>get("org.example.Other", "Status"))
                .isInstanceOf(DBusExecutionException.class)
                .hasMessage("No such property");
    }

    @Test
    void anotherInterfaceHasNoneOfThem() {
        assertThat(properties.all("org.example.Other")).isEmpty();
    }

    @Test
    void whoeverSetsSomethingIsToldThatNothingCanBe() {
        assertThat(TrayProperties.unchangeable()).hasMessage("Nothing can be set");
    }
}
