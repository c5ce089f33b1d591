package dev.signalbox.provider.xml;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a document element by element. A document type declaration is skipped and its entities do not exist: real
/// Cobertura and JaCoCo files carry one, so it cannot be forbidden. External entities, style sheets, schema locations
/// and XInclude are text like any other.
final class XmlDoor {

    /// Real reports nest a handful of elements.
    static final int DEEPEST = 100;

    static final int MOST_ATTRIBUTES = 100;

    private final XMLInputFactory factory;

    XmlDoor() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
    }

    /// What happens in a document, in its order.
    interface Listener {

        /// An element begins.
        ///
        /// @param name without its namespace
        void begins(String name, Map<String, String> attributes) throws XmlProblem;

        /// A piece of text; one text may come in many.
        void text(String piece) throws XmlProblem;

        /// An element ends.
        void ends(String name) throws XmlProblem;
    }

    /// Reads a document to its end.
    ///
    /// @throws XmlProblem when it is no document, is cut or wants more than it may have
    void read(InputStream content, Listener listener) throws XmlProblem {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            try {
                walk(reader, listener);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The parser's own words quote the document; only the place is told on. It throws unchecked ones, too.
            throw new XmlProblem(e instanceof XMLStreamException broken && broken.getLocation() != null
                    ? "it breaks off or is damaged in line " + broken.getLocation().getLineNumber()
                    : "it is damaged");
        }
    }

    private static void walk(XMLStreamReader reader, Listener listener) throws XMLStreamException, XmlProblem {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new XmlProblem("it nests more than " + DEEPEST + " elements");
                    }
                    listener.begins(reader.getLocalName(), attributes(reader));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    listener.ends(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        listener.text(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XmlProblem("it uses an entity of its own");
                default -> {
                    // Comments, instructions and the document type say nothing to us.
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) throws XmlProblem {
        int count = reader.getAttributeCount();
        if (count > MOST_ATTRIBUTES) {
            throw new XmlProblem("an element has more than " + MOST_ATTRIBUTES + " attributes");
        }
        Map<String, String> attributes = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
