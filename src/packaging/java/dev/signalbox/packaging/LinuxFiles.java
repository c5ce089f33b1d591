package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of a Linux package where they will be installed. All of them belong to the package, and no script runs when it is
/// installed or removed: so removing it leaves nothing but what the user made.
///
/// @param root stands for `/`
record LinuxFiles(Path root) {

    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    /// @param templates `packaging/linux`
    /// @param svg the icon
    /// @param links whether the program knows what to do with a `signalbox://` link
    static LinuxFiles lay(Path root, Path image, Path templates, Path svg, String thirdParty, boolean links)
            throws IOException {
        Tree.delete(root);
        Tree.copy(image, root.resolve("opt/signalbox"));
        Path bin = Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("signalbox"), Path.of("../../opt/signalbox/bin/signalbox"));
        Path share = root.resolve("usr/share");
        Path applications = Files.createDirectories(share.resolve("applications"));
        Files.writeString(applications.resolve("signalbox.desktop"), entry(templates, links));
        icons(share.resolve("icons/hicolor"), svg);
        Path doc = Files.createDirectories(share.resolve("doc/signalbox"));
        Files.writeString(doc.resolve("copyright"), """
                Signalbox is free software under the Apache License, Version 2.0:
                https://www.apache.org/licenses/LICENSE-2.0
                On Debian systems its text is in /usr/share/common-licenses/Apache-2.0.

                """ + thirdParty);
        Tree.makeReadableByAll(root);
        return new LinuxFiles(root);
    }

    private static String entry(Path templates, boolean links) throws IOException {
        return desktopEntry(Template.read(templates.resolve("signalbox.desktop")), links);
    }

    /// The entry in the menu. It offers to open links only when the program can.
    static String desktopEntry(Template template, boolean links) {
        return template.fill(Map.of(
                "link-argument", links ? " %u" : "",
                "link-types", links ? "MimeType=x-scheme-handler/signalbox;" : ""))
                .strip() + "\n";
    }

    private static void icons(Path hicolor, Path svg) throws IOException {
        Icon icon = Icon.read(svg);
        for (int size : ICON_SIZES) {
            Path apps = Files.createDirectories(hicolor.resolve(size + "x" + size + "/apps"));
            Files.write(apps.resolve("signalbox.png"), icon.png(size));
        }
        Path scalable = Files.createDirectories(hicolor.resolve("scalable/apps"));
        Files.copy(svg, scalable.resolve("signalbox.svg"));
    }
}
