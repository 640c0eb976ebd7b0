using System.Globalization;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Bridges that an allocation or deployment makes on every configured interface.</summary>
internal sealed record BridgeOptions(bool Wanted, string? Type, bool? Stp, int? ForwardDelay)
{
    private const string TypeField = "bridge_type";

    // MAAS does not fill in what it refuses.
    private const string BadType = "'%(value)s' is not a valid bridge_type.  It should be one of: 'standard', 'ovs'.";

    /// <exception cref="ApiException">400: a value that cannot be read.</exception>
    public static BridgeOptions Read(ParameterSet post, bool otherwise)
    {
        var wanted = post.Has("bridge_all") ? QueryFlag.Read(post, "bridge_all") : otherwise;
        var type = TypeOf(post) ?? "standard";
        return new(wanted, type, QueryFlag.Read(post, "bridge_stp"), Number(post) ?? 0);
    }

    /// <summary>As read when a machine is started; what was not sent is left to the bridges.</summary>
    /// <exception cref="ApiException">400: a value that cannot be read.</exception>
    public static BridgeOptions ReadWhenStarting(ParameterSet post)
    {
        var wanted = QueryFlag.Read(post, "install_kvm") | QueryFlag.Read(post, "register_vmhost");
        var type = TypeOf(post);
        return new(wanted, type, post.Has("bridge_stp") ? QueryFlag.Read(post, "bridge_stp") : null, Number(post));
    }

    private static string? TypeOf(ParameterSet post) => post.Get(TypeField) is not (null or "standard" or "ovs")
        ? throw new ApiException(ApiResponse.Invalid(TypeField, BadType))
        : post.Get(TypeField);

    private static int? Number(ParameterSet post)
    {
        if (post.Get("bridge_fd")?.Trim() is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiException(ApiResponse.Text(400, "Invalid bridge_fd: Please enter an integer value"));
    }
}
