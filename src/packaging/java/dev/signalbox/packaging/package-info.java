/// Makes the installers: a runtime of the modules that are needed, the image, its training, the packages. Run by
/// `mvn -q -Pinstaller verify`; compiled with the tests, so that it cannot rot. See docs/install.md.
@NullMarked
package dev.signalbox.packaging;

import org.jspecify.annotations.NullMarked;
