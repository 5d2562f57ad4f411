package io.leadpulse.engine.account;

import com.google.common.net.InternetDomainName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which account a lead belongs to: the one that the CRM names, else the company whose mail it uses.
 * Providers of free mail are nobody's company.
 */
public final class AccountKeys {
  private AccountKeys() {}

  /**
   * The account of a lead.
   *
   * @param accountId by the CRM; empty if it names none
   * @param mailDomain of the lead's mail address; empty if it is not known
   * @return empty if it has none
   */
  public static String of(String accountId, String mailDomain) {
    return accountId.isEmpty() && !mailDomain.isEmpty() ? registrable(mailDomain) : accountId;
  }

  /**
   * The part of a domain that somebody has registered, such as {@code example.co.jp}, by the public
   * suffix list (publicsuffix.org) in the version that Guava brings.
   */
  private static String registrable(String mailDomain) {
    String domain = ascii(mailDomain);
    if (!InternetDomainName.isValid(domain)) {
      return "";
    }
    InternetDomainName name = InternetDomainName.from(domain);
    if (!name.isUnderPublicSuffix()) {
      return "";
    }
    String registered = name.topPrivateDomain().toString();
    return Shipped.FREE_MAIL.contains(registered) || Shipped.FREE_MAIL.contains(domain)
        ? ""
        : registered;
  }

  /** In lower case, as the name system has it; empty for what cannot be a domain. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain.strip()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Read when somebody first asks. */
  private static final class Shipped {
    private static final Set<String> FREE_MAIL = read("free-mail.txt");

    private static Set<String> read(String resource) {
      try (InputStream in = AccountKeys.class.getResourceAsStream(resource)) {
        byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(resource, e);
      }
    }
  }
}
