using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The settings of a new MAAS, in the order in which it lists them.</summary>
internal static class ConfigSeeder
{
    private const string Defaults =
        """
        {
          "maas_name": "maas", "theme": "", "kernel_opts": null, "enable_http_proxy": true, "maas_proxy_port": 8000, "use_peer_proxy": false,
          "prefer_v4_proxy": false, "http_proxy": null, "default_dns_ttl": 30, "upstream_dns": null, "dnssec_validation": "auto",
          "maas_internal_domain": "maas-internal", "dns_trusted_acl": null, "ntp_servers": "ntp.ubuntu.com", "ntp_external_only": false,
          "remote_syslog": null, "maas_syslog_port": 5247, "network_discovery": "enabled", "active_discovery_interval": 10800,
          "default_osystem": "ubuntu", "default_distro_series": "jammy", "default_min_hwe_kernel": "", "default_storage_layout": "flat",
          "commissioning_distro_series": "jammy", "enable_third_party_drivers": true, "windows_kms_host": null,
          "enable_disk_erasing_on_release": false, "disk_erase_with_secure_erase": true, "disk_erase_with_quick_erase": false,
          "boot_images_auto_import": true, "boot_images_no_proxy": false, "curtin_verbose": true, "force_v1_network_yaml": false,
          "enable_analytics": true, "completed_intro": true, "max_node_commissioning_results": 10, "max_node_testing_results": 10,
          "max_node_installation_results": 3, "subnet_ip_exhaustion_threshold_count": 16, "release_notifications": true,
          "use_rack_proxy": true, "node_timeout": 30, "prometheus_enabled": false, "prometheus_push_gateway": null,
          "prometheus_push_interval": 60, "promtail_enabled": false, "promtail_port": 5238, "enlist_commissioning": true,
          "maas_auto_ipmi_user": "maas", "maas_auto_ipmi_user_privilege_level": "ADMIN", "maas_auto_ipmi_k_g_bmc_key": "",
          "maas_auto_ipmi_cipher_suite_id": "3", "maas_auto_ipmi_workaround_flags": null, "vcenter_server": "", "vcenter_username": "",
          "vcenter_password": "", "vcenter_datacenter": "", "hardware_sync_interval": "15m",
          "tls_cert_expiration_notification_enabled": false,
          "tls_cert_expiration_notification_interval": 30, "session_length": 1209600, "auto_vlan_creation": true
        }
        """;

    public static void Seed(SimulatorState state)
    {
        foreach (var (name, value) in JsonNode.Parse(Defaults)!.AsObject())
        {
            state.Config[name] = value?.DeepClone();
            foreach (var (later, setting) in state.Rules.LaterSettings[name]?.AsObject() ?? [])
                state.Config[later] = setting?.DeepClone();
        }

        var series = state.Rules.Series[0].Split(' ')[0];
        (state.Config["default_distro_series"], state.Config["commissioning_distro_series"]) = (series, series);
    }
}
