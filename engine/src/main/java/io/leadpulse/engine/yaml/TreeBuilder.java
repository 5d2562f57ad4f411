package io.leadpulse.engine.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's graph of nodes into a tree of our own, aliases expanded within bounds. */
final class TreeBuilder {
  /** Aliases of lists and mappings in one text. */
  static final int MAX_ALIASES = 1_000;

  /** Nodes of the tree; a text of the greatest size has fewer unless aliases multiply them. */
  static final int MAX_NODES = 600_000;

  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.SEQ,
          Tag.MAP);

  private final String file;
  private final int[] text;
  private final Problems problems;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  TreeBuilder(String file, int[] text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  Located build(Node node) {
    Place place = placeOf(node);
    if (++nodes > MAX_NODES) {
      throw new TooBigException(place, "the text expands to more than " + MAX_NODES + " values");
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      problems.add(place, "the tag " + node.getTag() + " is not allowed", "remove the tag");
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(place, scalar);
    }
    if (!open.add(node)) {
      throw new TooBigException(place, "an alias contains itself");
    }
    Located built =
        node instanceof SequenceNode sequence
            ? sequence(place, sequence)
            : mapping(place, (MappingNode) node);
    open.remove(node);
    return built;
  }

  private Located scalar(Place place, ScalarNode node) {
    ScalarStyle style = node.getScalarStyle();
    Character sign = style.getChar();
    ScalarSource source =
        new ScalarSource(
            text,
            node.getStartMark().getIndex(),
            node.getEndMark().getIndex(),
            sign == null ? ScalarSource.PLAIN : sign,
            place);
    return new Located.Scalar(place, node.getValue(), style == ScalarStyle.PLAIN, source);
  }

  private Located sequence(Place place, SequenceNode node) {
    List<Located> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(build(item));
    }
    return new Located.Sequence(place, items);
  }

  private Located mapping(Place place, MappingNode node) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = placeOf(tuple.getKeyNode());
      Located value = build(tuple.getValueNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(keyPlace, "a key must be a text", "write the key as one word");
        continue;
      }
      if (key.getTag().equals(Tag.MERGE)) {
        problems.add(keyPlace, "merge keys are not read", "write the entries out");
        continue;
      }
      Located.Entry first = entries.putIfAbsent(key.getValue(), new Located.Entry(keyPlace, value));
      if (first != null) {
        problems.add(
            keyPlace,
            "the key " + Shown.quoted(key.getValue()) + " stands twice",
            "remove one; the first is in line " + first.keyPlace().line());
      }
    }
    return new Located.Mapping(place, entries);
  }

  private Place placeOf(Node node) {
    Mark mark = node.getStartMark();
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
