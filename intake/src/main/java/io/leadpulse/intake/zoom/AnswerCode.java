package io.leadpulse.intake.zoom;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question and its answer as codes. Two questions that matter to sales are known in English and
 * Japanese: {@code contact}, answered {@code wanted} or {@code not-wanted}, and {@code timing},
 * answered {@code within-3-months}, {@code within-6-months} or {@code within-12-months}. All other
 * codes are the words themselves.
 *
 * @param answer {@code free-text} if it is more than a choice: it may be personal
 */
record AnswerCode(String question, String answer) {
  private static final int QUESTION_LIMIT = 64;
  private static final int CHOICE_LIMIT = 32;
  private static final int LONGEST_NUMBER = 5;

  private static final Pattern CONTACT =
      Pattern.compile("(連絡(?!先)|電話(?!番号)|訪問|商談).{0,12}希望|contact (you|me)|contacted|call (you|me)");
  private static final Pattern REFUSAL =
      Pattern.compile("希望し(ない|ません)|不要|いいえ|結構|^no\\b|\\bnot\\b|\\bdon't\\b");
  private static final Pattern CONSENT =
      Pattern.compile("希望|はい|お願い|^yes\\b|please|^i (do|would)\\b");

  private static final Pattern TIMING =
      Pattern.compile(
          "(導入|検討|購入|開始|利用).{0,8}時期|いつ(頃|ごろ)|time ?frame|timeline|when (do|are|would) you");
  private static final Pattern BEYOND = Pattern.compile("以上|以降|より先|超|more than|over|after|later");
  private static final Pattern MONTHS =
      Pattern.compile("(\\d{1,2})\\s*(か月|ヶ月|カ月|ヵ月|ケ月|箇月|months?\\b)");
  private static final Pattern SOON =
      Pattern.compile("すぐ|即|今月|immediate|right away|this month|asap");
  private static final Pattern HALF_YEAR = Pattern.compile("半年|half a year");
  private static final Pattern YEAR = Pattern.compile("(^|\\D)(1|一)\\s*年|(1|one|a) year");

  static AnswerCode of(String question, String answer) {
    String asked = plain(question);
    String said = plain(answer);
    if (CONTACT.matcher(asked).find()) {
      if (REFUSAL.matcher(said).find()) {
        return new AnswerCode("contact", "not-wanted");
      }
      if (CONSENT.matcher(said).find()) {
        return new AnswerCode("contact", "wanted");
      }
    }
    if (TIMING.matcher(asked).find()) {
      int months = months(said);
      if (months > 0) {
        return new AnswerCode("timing", "within-" + months + "-months");
      }
    }
    return new AnswerCode(topic(asked), choice(said));
  }

  /**
   * 3, 6 or 12, whichever is the first that the answer fits in; 0 if none or if it says neither.
   */
  private static int months(String said) {
    if (BEYOND.matcher(said).find()) {
      return 0;
    }
    int most = SOON.matcher(said).find() ? 1 : 0;
    for (Matcher months = MONTHS.matcher(said); months.find(); ) {
      most = Math.max(most, Integer.parseInt(months.group(1)));
    }
    most = HALF_YEAR.matcher(said).find() ? Math.max(most, 6) : most;
    most = YEAR.matcher(said).find() ? Math.max(most, 12) : most;
    if (most == 0 || most > 12) {
      return 0;
    }
    return most <= 3 ? 3 : most <= 6 ? 6 : 12;
  }

  private static String choice(String said) {
    String slug = slug(said);
    boolean personal = said.indexOf('@') >= 0 || hasLongNumber(said);
    return slug.isEmpty() || slug.length() > CHOICE_LIMIT || personal ? "free-text" : slug;
  }

  /** Telephone numbers are the likeliest. */
  private static boolean hasLongNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return digits > LONGEST_NUMBER;
  }

  /** Widths and letter case aside. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Letters and digits of any script; a hyphen for all else between them. */
  private static String slug(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        slug.appendCodePoint(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
      i += Character.charCount(c);
    }
    int length = slug.length();
    return length > 0 && slug.charAt(length - 1) == '-'
        ? slug.substring(0, length - 1)
        : slug.toString();
  }

  private static String topic(String asked) {
    String slug = slug(asked);
    if (slug.isEmpty()) {
      return "question";
    }
    return slug.length() <= QUESTION_LIMIT ? slug : slug.substring(0, QUESTION_LIMIT);
  }
}
