using System.Globalization;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Tests;

public sealed class RequestParametersTests
{
    [Fact]
    public void What_is_null_is_left_out_and_what_is_empty_is_sent()
    {
        var parameters = new RequestParameters()
            .Add("name", (string?)null)
            .Add("mtu", (long?)null)
            .Add("dhcp_on", (bool?)null)
            .Add("space", "");

        Assert.Equal([new("space", "")], parameters.Pairs);
    }

    [Fact]
    public void Numbers_are_written_for_machines()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");

            Assert.Equal([new("size", "-1500000000")], new RequestParameters().Add("size", -1_500_000_000).Pairs);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void A_choice_is_true_or_false(bool value, string text) =>
        Assert.Equal([new("dhcp_on", text)], new RequestParameters().Add("dhcp_on", value).Pairs);

    [Fact]
    public void A_flag_that_is_not_set_is_left_out()
    {
        var parameters = new RequestParameters().Flag("enable_ssh", false).Flag("skip_storage", true);

        Assert.Equal([new("skip_storage", "true")], parameters.Pairs);
    }

    [Fact]
    public void Several_values_repeat_the_name() =>
        Assert.Equal([new("add", "a"), new("add", "b")], new RequestParameters().AddAll("add", ["a", "b"]).Pairs);
}
