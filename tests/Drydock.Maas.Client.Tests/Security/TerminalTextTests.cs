using Drydock.Maas.Security;

namespace Drydock.Maas.Client.Tests.Security;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\u001b[31mred", "\\x1b[31mred")]
    [InlineData("\u001b]0;title\u0007", "\\x1b]0;title\\x07")]
    [InlineData("\u009b31m", "\\x9b31m")]
    [InlineData("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd")]
    [InlineData("a\u200bb\ufeffc\u00add", "a\\u200bb\\ufeffc\\xadd")]
    [InlineData("over\rwritten", "over\\rwritten")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("\u007f\0\b", "\\x7f\\x00\\x08")]
    [InlineData("\udb40\udc41", "\\udb40\\udc41")]
    public void What_a_terminal_would_obey_is_seen_instead(string text, string expected)
    {
        Assert.Equal(expected, TerminalText.Escape(text));
        Assert.Equal(expected, TerminalText.EscapeLine(text));
    }

    [Theory]
    [InlineData("control01")]
    [InlineData("Rüstzeug 東京 😀 -> “quoted” (50 %)")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_text_stays_as_it_is(string? text) => Assert.Same(text, TerminalText.EscapeLine(text));

    [Fact]
    public void Half_a_character_is_written_as_its_number() =>
        Assert.Equal("half \\ud83d, \\udc41", TerminalText.Escape("half \ud83d, \udc41"));

    [Fact]
    public void Lines_stay_where_lines_belong()
    {
        Assert.Equal("one\r\n\ttwo\nthree", TerminalText.Escape("one\r\n\ttwo\nthree"));
        Assert.Equal("one\\r\\n\\ttwo\\nthree", TerminalText.EscapeLine("one\r\n\ttwo\nthree"));
    }

    [Fact]
    public void A_cell_keeps_numbers_and_dates_and_shows_lists_item_by_item()
    {
        Assert.Equal(7L, TerminalText.EscapeCell(7L));
        Assert.Equal(true, TerminalText.EscapeCell(true));
        Assert.Equal(TimeSpan.FromSeconds(1), TerminalText.EscapeCell(TimeSpan.FromSeconds(1)));
        Assert.Null(TerminalText.EscapeCell(null));
        Assert.Equal(new object[] { "a\\x1b", 1 }, TerminalText.EscapeCell(new List<object> { "a\u001b", 1 }));
        Assert.Equal("k=\\x1b", TerminalText.EscapeCell(new Dictionary<string, string> { ["k"] = "\u001b" }));
        Assert.Equal("http://h/", TerminalText.EscapeCell(new Uri("http://h/")));
    }
}
