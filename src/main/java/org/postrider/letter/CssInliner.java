package org.postrider.letter;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Moves the rules of {@code style} elements to the elements they match, by specificity (Selectors
 * level 3, section 9), since some mail programs ignore {@code style} elements. What can't be said
 * inline stays: {@code @media} rules and pseudo-classes.
 */
final class CssInliner {

  private static final CSSWriterSettings WRITING =
      new CSSWriterSettings().setOptimizedOutput(true).setRemoveUnnecessaryCode(false);

  private final List<Styling> stylings = new ArrayList<>();

  private CssInliner() {}

  static String inline(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false).charset("UTF-8");
    CssInliner inliner = new CssInliner();
    for (Element style : document.select("style")) {
      inliner.take(style);
    }
    inliner.apply(document);
    return document.html();
  }

  /** Reads the rules of {@code style}, and leaves in it what can't be inlined. */
  private void take(Element style) {
    CascadingStyleSheet sheet =
        CSSReader.readFromStringStream(
            style.data(),
            new CSSReaderSettings()
                .setBrowserCompliantMode(true)
                .setCustomErrorHandler(new DoNothingCSSParseErrorHandler()));
    if (sheet == null) {
      return;
    }
    StringBuilder rest = new StringBuilder();
    for (ICSSTopLevelRule rule : sheet.getAllRules()) {
      if (rule instanceof CSSStyleRule plain) {
        plain.getAllSelectors().forEach(selector -> take(plain, selector, rest));
      } else {
        rest.append(rule.getAsCSSString(WRITING, 0));
      }
    }
    if (rest.isEmpty()) {
      style.remove();
    } else {
      style.text("").appendChild(new DataNode(rest.toString()));
    }
  }

  private void take(CSSStyleRule rule, CSSSelector selector, StringBuilder rest) {
    String text = selector.getAsCSSString(WRITING, 0);
    if (text.contains(":") && !text.contains("-child") && !text.contains("-of-type")) {
      StringBuilder kept = new StringBuilder(text).append('{');
      rule.getAllDeclarations().forEach(d -> kept.append(d.getAsCSSString(WRITING, 0)).append(';'));
      rest.append(kept).append('}');
      return;
    }
    for (CSSDeclaration declaration : rule.getAllDeclarations()) {
      stylings.add(new Styling(text, specificity(selector), declaration));
    }
  }

  /** "Count the number of ID selectors (= a), class selectors ... (= b), type selectors (= c)". */
  private static int specificity(CSSSelector selector) {
    int specificity = 0;
    for (ICSSSelectorMember member : selector.getAllMembers()) {
      if (member instanceof CSSSelectorSimpleMember simple) {
        if (simple.isHash()) {
          specificity += 1_000_000;
        } else if (simple.isClass() || simple.isPseudo()) {
          specificity += 1_000;
        } else if (!simple.getValue().equals("*")) {
          specificity += 1;
        }
      } else if (member instanceof CSSSelectorAttribute) {
        specificity += 1_000;
      }
    }
    return specificity;
  }

  private void apply(Document document) {
    Map<Element, Map<String, CSSDeclaration>> styles = new LinkedHashMap<>();
    stylings.sort(Comparator.comparingInt(Styling::specificity));
    for (Styling styling : stylings) {
      for (Element element : matches(document, styling.selector())) {
        put(styles.computeIfAbsent(element, e -> new LinkedHashMap<>()), styling.declaration());
      }
    }
    styles.forEach(
        (element, style) -> {
          CSSDeclarationList own = CSSReaderDeclarationList.readFromString(element.attr("style"));
          if (own != null) {
            own.getAllDeclarations().forEach(declaration -> put(style, declaration));
          }
          StringBuilder text = new StringBuilder();
          style.values().forEach(d -> text.append(d.getAsCSSString(WRITING, 0)).append(';'));
          // The attribute stands in double quotes.
          element.attr("style", text.toString().replaceAll(";+", ";").replace('"', '\''));
        });
  }

  private static List<Element> matches(Document document, String selector) {
    try {
      return document.body().select(selector);
    } catch (Selector.SelectorParseException e) {
      // A selector that only newer browsers know matches nothing here, as it does in old ones.
      return List.of();
    }
  }

  private static void put(Map<String, CSSDeclaration> style, CSSDeclaration declaration) {
    CSSDeclaration earlier = style.get(declaration.getProperty());
    if (earlier == null || !earlier.isImportant() || declaration.isImportant()) {
      // The later one must also stand later: "margin" after "margin-top" takes both.
      style.remove(declaration.getProperty());
      style.put(declaration.getProperty(), declaration);
    }
  }

  private record Styling(String selector, int specificity, CSSDeclaration declaration) {}
}
