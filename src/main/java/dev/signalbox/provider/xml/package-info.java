/// The one door to XML: no document type is believed, nothing outside the document is ever fetched, every size is
/// bounded. Test reports are read through it.
@NullMarked
package dev.signalbox.provider.xml;

import org.jspecify.annotations.NullMarked;
