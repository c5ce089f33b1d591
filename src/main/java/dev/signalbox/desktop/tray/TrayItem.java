package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TrayFace;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// Our icon on the bus. Whoever calls it is another program: whatever it asks for, it gets what everybody sees, or an error.
final class TrayItem implements StatusNotifierItem, Properties {

    static final String PATH = "/StatusNotifierItem";
    private static final String NAME = "org.kde.StatusNotifierItem";

    private final String title;
    private final TrayOwner owner;
    private volatile TrayProperties properties;

    TrayItem(String title, TrayOwner owner) {
        this.title = title;
        this.owner = owner;
        properties = properties(TrayFace.FIRST);
    }

    void take(TrayFace face) {
        properties = properties(face);
    }

    private TrayProperties properties(TrayFace face) {
        // Not every desktop shows the words that a pointer gets; the title is read to people too.
        return new TrayProperties(NAME, Map.ofEntries(
                Map.entry("Category", new Variant<>("ApplicationStatus")),
                Map.entry("Id", new Variant<>("signalbox")),
                Map.entry("Title", new Variant<>(title + ": " + face.words())),
                Map.entry("Status", new Variant<>("Active")),
                Map.entry("WindowId", new Variant<>(0)),
                Map.entry("IconName", new Variant<>("")),
                Map.entry(
                        "IconPixmap",
                        new Variant<>(TrayDrawing.of(face.sign(), face.waiting()), TrayPixmap.TYPES)),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("AttentionMovieName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(new TrayToolTip(title, face.words()), TrayToolTip.TYPE)),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(TrayMenu.PATH), "o"))));
    }

    @Override
    public void activate(int x, int y) {
        owner.opened("");
    }

    @Override
    public void activateSecondary(int x, int y) {
        owner.opened("");
    }

    @Override
    public void showMenu(int x, int y) {
        // The desktop draws it.
    }

    @Override
    public void scroll(int delta, String orientation) {
        // There is nothing to turn.
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the library declares it
    public <A> A Get(String type, String name) {
        return properties.get(type, name);
    }

    @Override
    public <A> void Set(String type, String name, A value) {
        throw TrayProperties.unchangeable();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return properties.all(type);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
