namespace Drydock.Maas.Simulator.Http;

/// <summary>A yes or no in a query, which MAAS reads more strictly than a check box of a form.</summary>
internal static class QueryFlag
{
    private static readonly string[] Yes = ["true", "t", "yes", "y", "on", "1"];
    private static readonly string[] No = ["false", "f", "no", "n", "off", "0"];

    /// <exception cref="ApiException">400: neither yes nor no.</exception>
    public static bool Read(ParameterSet query, string name, bool otherwise = false)
    {
        var text = query.Get(name)?.Trim();
        if (text is null)
            return otherwise;
        if (text.Length == 0 || No.Contains(text, StringComparer.OrdinalIgnoreCase))
            return false;
        return Yes.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? true
            : throw new ApiException(ApiResponse.Text(400, $"Invalid {name}: Value should be 'true' or 'false'"));
    }
}
