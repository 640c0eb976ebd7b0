namespace Drydock.Maas.Provisioning.Tests.Values;

public sealed class AddressSpanTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.200", "10.0.1.4", true)]
    [InlineData("fd00::1", "fd00::ffff", true)]
    [InlineData("10.0.0.2", "10.0.0.1", false)]
    [InlineData("10.0.0.1", "fd00::1", false)]
    [InlineData("", "10.0.0.1", false)]
    [InlineData("10.1", "10.2", false)]
    [InlineData("010.0.0.1", "10.0.0.9", false)]
    public void A_span_is_two_addresses_of_one_family_in_order(string first, string last, bool isSpan) =>
        Assert.Equal(isSpan, AddressSpan.TryParse(first, last) is not null);

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.9", "10.0.0.9", "10.0.0.12", true)]
    [InlineData("10.0.0.5", "10.0.0.9", "10.0.0.10", "10.0.0.12", false)]
    [InlineData("0.0.0.5", "0.0.0.9", "::5", "::9", false)]
    public void Spans_overlap_when_they_share_an_address(string a, string b, string c, string d, bool overlap) =>
        Assert.Equal(overlap, Span(a, b).Overlaps(Span(c, d)));

    [Theory]
    [InlineData("10.0.0.1-10.0.0.9")]
    [InlineData("10.0.0.2-10.0.0.9", "10.0.0.1")]
    [InlineData("10.0.0.1-10.0.0.8", "10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.3 10.0.0.5-10.0.0.9", "10.0.0.4")]
    [InlineData("10.0.0.1-10.0.0.3 10.0.0.6-10.0.0.9", "10.0.0.5", "10.0.0.4", "10.0.0.4")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.77")]
    public void What_is_left_of_a_span_without_addresses(string left, params string[] taken) =>
        Assert.Equal(left, string.Join(" ", Span("10.0.0.1", "10.0.0.9").Without(taken.Select(t => Span(t, t)))));

    [Fact]
    public void Nothing_is_left_when_all_is_taken() => Assert.Empty(Span("10.0.0.1", "10.0.0.9").Without([Span("10.0.0.0", "10.0.0.20")]));

    [Fact]
    public void Nothing_is_left_after_the_last_address_there_is() =>
        Assert.Equal("fd00::1-fd00::1", Assert.Single(Span("fd00::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
            .Without([Span("fd00::2", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")])).ToString());

    [Fact]
    public void Leading_zero_bytes_survive() => Assert.Equal("0.0.0.1-0.0.1.0", Span("0.0.0.1", "0.0.1.0").ToString());

    private static AddressSpan Span(string first, string last) => AddressSpan.TryParse(first, last)!;
}
